// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { z } from 'zod';

/**
 * The same type without names, intersections and inheritance.
 * @public
 */
export type BareShape<T> = T extends readonly (infer Item)[]
  ? BareShape<Item>[]
  : T extends object
  ? { [Key in keyof T]: BareShape<T[Key]> }
  : T;

/**
 * True where two shapes are the same, optional and loose keys included.
 * @public
 */
export type SameShape<A, B> = (<T>() => T extends BareShape<A>
  ? 1
  : 2) extends <T>() => T extends BareShape<B> ? 1 : 2
  ? true
  : false;

/**
 * A schema of objects that takes and yields a named shape; those with
 * `z.core.$loose` keep unknown keys.
 * @public
 */
export type ObjectSchema<
  T,
  Unknown extends z.core.$ZodObjectConfig = z.core.$strip,
> = z.ZodObject<
  {
    [Key in keyof T as string extends Key ? never : Key]-?: {} extends Pick<
      T,
      Key
    >
      ? z.ZodOptional<
          z.ZodType<Exclude<T[Key], undefined>, Exclude<T[Key], undefined>>
        >
      : z.ZodType<T[Key], T[Key]>;
  },
  Unknown
>;

/** Does not compile for a schema that yields anything but just `T`. */
type Exactly<T, Schema extends z.ZodType> = SameShape<
  z.output<Schema>,
  T
> extends true
  ? Schema
  : { yields: T; insteadOf: z.output<Schema> };

/** Gives a schema the name of the shape that it yields. */
export const objectOf =
  <T>() =>
  <Schema extends z.ZodType>(schema: Schema & Exactly<T, Schema>) =>
    schema as unknown as ObjectSchema<T>;

/** The same for objects whose unknown keys are kept. */
export const looseObjectOf =
  <T>() =>
  <Schema extends z.ZodType>(schema: Schema & Exactly<T, Schema>) =>
    schema as unknown as ObjectSchema<T, z.core.$loose>;

/** The same for what is no object. */
export const schemaOf =
  <T>() =>
  <Schema extends z.ZodType>(schema: Schema & Exactly<T, Schema>) =>
    schema as unknown as z.ZodType<T, T>;
