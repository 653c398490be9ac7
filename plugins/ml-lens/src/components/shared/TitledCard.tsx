// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Card, CardBody, CardHeader, Text } from '@backstage/ui';
import type { ReactNode } from 'react';
import looks from './looks.module.css';

/** A card with its heading. */
export function TitledCard(props: {
  title: string;
  /** Of the heading, which can then be given the focus. */
  titleId?: string;
  /** Beside the heading. */
  actions?: ReactNode;
  /** Below the heading. */
  note?: ReactNode;
  /** The room beside other cards is too little for what stands in it. */
  isWide?: boolean;
  /** Is found as a region by its title. */
  isRegion?: boolean;
  variant?: 'title-x-small' | 'body-large';
  children: ReactNode;
}) {
  const { title, titleId, actions, note, isWide, isRegion, children } = props;
  const { variant = 'title-x-small' } = props;
  return (
    <Card
      data-wide={isWide || undefined}
      {...(isRegion && { role: 'region', 'aria-label': title })}
    >
      <CardHeader>
        <div className={looks.apart}>
          <Text
            as="h3"
            variant={variant}
            weight="bold"
            {...(titleId && { id: titleId, tabIndex: -1 })}
          >
            {title}
          </Text>
          {actions}
        </div>
        {note}
      </CardHeader>
      <CardBody>{children}</CardBody>
    </Card>
  );
}
