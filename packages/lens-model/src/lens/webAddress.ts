// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * The address of a resource, if it leads to the web: absent, empty and other
 * than http(s) addresses give undefined. Use this wherever a link is shown.
 * @public
 */
export function webAddress(url: string | undefined): string | undefined {
  return url !== undefined && /^https?:\/\//i.test(url) && URL.canParse(url)
    ? url
    : undefined;
}
