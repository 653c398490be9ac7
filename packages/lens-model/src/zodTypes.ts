/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
import type { z } from 'zod';

/** The same type without names, intersections and inheritance. */
type Bare<T> = T extends readonly (infer Item)[]
  ? Bare<Item>[]
  : T extends object
  ? { [Key in keyof T]: Bare<T[Key]> }
  : T;

/**
 * True where two shapes are the same, optional and loose keys included.
 * @public
 */
export type SameShape<A, B> = (<T>() => T extends Bare<A> ? 1 : 2) extends <
  T,
>() => T extends Bare<B> ? 1 : 2
  ? true
  : false;

/** A schema that takes what it yields. */
type Plain<T> = z.ZodType<T, T>;

type Field<T, Key extends keyof T> = {} extends Pick<T, Key>
  ? z.ZodOptional<Plain<Exclude<T[Key], undefined>>>
  : Plain<T[Key]>;

type Fields<T> = {
  [Key in keyof T as string extends Key ? never : Key]-?: Field<T, Key>;
};

/**
 * A schema of objects that yields a named shape.
 * @public
 */
export type ObjectSchema<T> = z.ZodObject<Fields<T>>;

/**
 * The same of objects whose unknown keys are kept.
 * @public
 */
export type LooseObjectSchema<T> = z.ZodObject<Fields<T>, z.core.$loose>;

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
    schema as unknown as LooseObjectSchema<T>;

/** The same for what is no object. */
export const schemaOf =
  <T>() =>
  <Schema extends z.ZodType>(schema: Schema & Exactly<T, Schema>) =>
    schema as unknown as z.ZodType<T, T>;
