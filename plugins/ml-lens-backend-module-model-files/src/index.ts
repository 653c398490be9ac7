/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
/**
 * Shows model cards, ML-BOMs and MLflow models in repositories beside the answers
 * of ML Lens.
 *
 * @packageDocumentation
 */

export { modelFilesModule as default } from './module';
