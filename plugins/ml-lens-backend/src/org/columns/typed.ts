// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

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
