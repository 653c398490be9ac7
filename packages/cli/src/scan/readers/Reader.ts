// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Fact } from '../Fact';
import type { SourceFile } from '../walk';

/** Finds what one kind of file says. */
export interface Reader {
  /** Whether a file is of the kind, by its path. */
  wants(path: string): boolean;
  /**
   * May throw for a file that is not what its name says.
   *
   * @param lines - the lines of code and settings that any rule asks for
   */
  read(file: SourceFile, lines: RegExp): Fact[] | Promise<Fact[]>;
}
