/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
import type { Knex } from 'knex';

/** Rows whose column is one of the values; an empty value stands for none. */
export function anyOf(
  query: Knex.QueryBuilder,
  column: string,
  values: string[] | undefined,
) {
  if (!values) {
    return;
  }
  const named = values.filter(value => value !== '');
  query.where(either => {
    either.whereIn(column, named);
    if (named.length < values.length) {
      either.orWhereNull(column);
    }
  });
}

/** Entity refs as they are stored. */
export function refsOf(refs: string[] | undefined): string[] | undefined {
  return refs?.map(ref => ref.toLocaleLowerCase('en-US'));
}
