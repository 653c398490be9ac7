// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { DbBoolean } from '../database/sql';

export interface LensRow {
  lens_id: string;
  version: string;
  status: 'DRAFT' | 'PUBLISHED' | 'ARCHIVED';
  seq: number;
  is_major: DbBoolean;
  origin: 'builtin' | 'config' | 'import';
  name: string;
  names: string;
  description: string;
  descriptions: string;
  document: string;
  document_hash: string;
  pillar_count: number;
  question_count: number;
  choice_count: number;
  created_at: string;
  created_by: string;
  published_at: string | null;
  published_by: string | null;
  archived_at: string | null;
  archived_by: string | null;
}

export interface LensReportRow {
  target: string;
  problems: string;
  seen_at: string;
}
