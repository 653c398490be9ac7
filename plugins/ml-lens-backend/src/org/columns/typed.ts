/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */

/** An array of numbers of one kind. */
export type Typed =
  | Uint8Array
  | Int8Array
  | Uint16Array
  | Int16Array
  | Int32Array
  | Float64Array;

/** A longer array with the same numbers in front. */
export function grown<T extends Typed>(array: T, length: number): T {
  const Larger = array.constructor as new (length: number) => T;
  const larger = new Larger(length);
  larger.set(array);
  return larger;
}
