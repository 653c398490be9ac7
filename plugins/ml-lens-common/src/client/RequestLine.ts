// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/** How an operation is asked, and what it gives. */
export interface RequestLine {
  method: 'get' | 'post' | 'put' | 'delete';
  /** Below `/api/ml-lens`, with `{name}` parameters. */
  path: string;
  /** A POST that only reads. */
  reads?: true;
  /** The file of its body; JSON where left out. */
  takes?: 'lens-document' | 'json-lines';
  /** Nothing where left out. */
  gives?: 'json' | 'file';
}
