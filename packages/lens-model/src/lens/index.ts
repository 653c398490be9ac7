/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
export * from './document';
export * from './choices';
export * from './compile';
export * from './identity';
export * from './LensDiff';
export * from './LensProblem';
export * from './parse';
export { LENS_PROBLEM_CODES, type LensProblemCode } from './problems';
export { validateLensDocument } from './validate/lens';
export * from './webAddress';
export * from './localize';
export * from './export';
export * from './diff';
export * from './jsonSchema';
