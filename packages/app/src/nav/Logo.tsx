// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/** The mark of the demo portal: a lens over the bars of a scorecard. */
export const Logo = () => (
  <svg
    xmlns="http://www.w3.org/2000/svg"
    width="32"
    height="32"
    viewBox="0 0 32 32"
    fill="none"
    aria-hidden="true"
  >
    <circle cx="14" cy="14" r="11" stroke="#5eead4" strokeWidth="2.5" />
    <path
      d="m22 22 7 7"
      stroke="#5eead4"
      strokeWidth="3.5"
      strokeLinecap="round"
    />
    <path
      d="M9 15v4M14 9v10M19 12v7"
      stroke="#fbbf24"
      strokeWidth="3"
      strokeLinecap="round"
    />
  </svg>
);
