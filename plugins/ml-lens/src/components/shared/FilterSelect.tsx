// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Select } from '@backstage/ui';

const ALL = 'ALL';

/** Narrows what is shown to one of some values, or to none in particular. */
export function FilterSelect<T extends string>(props: {
  label: string;
  /** What is said where nothing is chosen. */
  all: string;
  options: readonly { id: T; label: string }[];
  value: string | undefined;
  onChange(value: T | undefined): void;
  className?: string;
}) {
  const { label, all, options, value, onChange, className } = props;
  return (
    <Select
      className={className}
      size="small"
      aria-label={label}
      options={[{ id: ALL, label: all }, ...options]}
      value={value ?? ALL}
      onChange={chosen => onChange(options.find(({ id }) => id === chosen)?.id)}
    />
  );
}
