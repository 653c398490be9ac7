// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { InfoCard } from '@backstage/core-components';
import type { ComponentRenderer } from '@backstage/plugin-home-react';
import type { QueryClient } from '@tanstack/react-query';
import { useMlLensTranslation } from '../../../translation';

type Content = (props: { client?: QueryClient }) => JSX.Element;

/**
 * What a widget of the home page is made of. The portal's own card would say
 * the title that a list of widgets says, in English whoever reads it: the
 * blueprint takes a plain text. This one says it in the reader's language.
 */
export function widgetParts(
  title: 'forYou' | 'myWorkloads' | 'organisation',
  content: Content,
): { Content: Content } & Required<ComponentRenderer> {
  return {
    Content: content,
    Renderer: function TranslatedCard({ Content, title: _, ...props }) {
      const { t } = useMlLensTranslation();
      return (
        <InfoCard divider title={t(`org.home.titles.${title}`)}>
          <Content {...props} />
        </InfoCard>
      );
    },
  };
}
