// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/** Text fields, parts of a day, and the buttons that selects are opened by. */
const FIELDS =
  'input, textarea, [role=spinbutton], button[aria-haspopup=listbox]';

/**
 * As the `ref` of something that opens on demand: puts the focus into its first
 * field, where whoever opened it goes on.
 */
export function focusFirstField(node: HTMLElement | null) {
  if (!node) return;
  // A select has a native one beside it that nobody sees.
  [...node.querySelectorAll<HTMLElement>(FIELDS)]
    .find(field => !field.closest('[aria-hidden=true], [hidden]'))
    ?.focus();
}
