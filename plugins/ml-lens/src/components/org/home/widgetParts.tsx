// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { InfoCard } from '@backstage/core-components';
import type { ComponentRenderer } from '@backstage/plugin-home-react';
import type { ComponentType } from 'react';
import { PluginProvider } from '../../../api';
import { useMlLensTranslation } from '../../../translation';
import { Surface } from '../../shared';
import looks from '../../shared/looks.module.css';
import styles from './Home.module.css';

/**
 * What a widget of the home page is made of. The portal's own card would say
 * the title that a list of widgets says, in English whoever reads it: the
 * blueprint takes a plain text. This one says it in the reader's language.
 */
export function widgetParts(
  title: 'forYou' | 'myWorkloads' | 'organisation',
  Body: ComponentType,
): { Content: () => JSX.Element } & Required<ComponentRenderer> {
  return {
    Content: () => (
      <PluginProvider>
        <Surface className={`${looks.loose} ${styles.widget}`}>
          <Body />
        </Surface>
      </PluginProvider>
    ),
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
