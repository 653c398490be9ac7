// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';

/** A choice of one of a few; one is always chosen. */
export function Choice<T extends string>(props: {
  label: string;
  value: T;
  options: { id: T; label: string }[];
  onChange(value: T): void;
}) {
  const { label, value, options, onChange } = props;
  return (
    <ToggleButtonGroup
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={keys => {
        const [key] = [...keys];
        if (key) onChange(key as T);
      }}
    >
      {options.map(option => (
        <ToggleButton key={option.id} id={option.id} size="small">
          {option.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
