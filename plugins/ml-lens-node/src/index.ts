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
 * Extension points, permission rules and test utilities for the ML Lens backend.
 *
 * @packageDocumentation
 */

export * from './evidence';
export * from './extensionPoints';
export * from './factRules';
export * from './fetchJson';
export * from './models';
export * from './permissions';
export * from './settings';
export * from './systems';
