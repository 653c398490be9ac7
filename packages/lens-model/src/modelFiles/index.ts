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
 * Files that describe models: model cards, CycloneDX ML-BOMs, `MLmodel`.
 *
 * @packageDocumentation
 */

export * from './mlBom';
export * from './mlModel';
export * from './modelCard';
