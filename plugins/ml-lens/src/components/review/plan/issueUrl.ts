// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/** What a template can speak of. */
export interface IssueFacts {
  /** Title of the practice. */
  title: string;
  /** Title of the workload. */
  workload: string;
  /** Title of the question. */
  question: string;
  /** Id of the practice in the lens. */
  choice: string;
  /** Address of the question on the tab. */
  url: string;
}

/**
 * Where an issue for a practice is created: the template with its
 * `{placeholders}` filled in, encoded. Undefined where the template is none
 * that a browser should follow.
 */
export function issueUrl(
  template: string | undefined,
  facts: IssueFacts,
): string | undefined {
  if (!template || !/^https?:\/\//i.test(template)) return undefined;
  return template.replace(
    /\{(title|workload|question|choice|url)\}/g,
    (_, name: keyof IssueFacts) => encodeURIComponent(facts[name]),
  );
}

/**
 * What people call an issue, from its address: `PROJ-12` as trackers number
 * them, `#12` as code hosts do; undefined where the address tells neither.
 */
export function issueKey(address: string): string | undefined {
  const path = URL.canParse(address) ? new URL(address).pathname : '';
  const [, key] = /\/([A-Z][A-Z0-9_]*-\d+)\/?$/.exec(path) ?? [];
  const [, number] =
    /\/(?:issues?|work_items|pull|merge_requests|_workitems\/edit)\/(\d+)\/?$/.exec(
      path,
    ) ?? [];
  return key ?? (number && `#${number}`);
}
