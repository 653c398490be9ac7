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
