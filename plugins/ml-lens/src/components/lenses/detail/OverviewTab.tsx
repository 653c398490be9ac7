// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { LensVersion } from '@ml-lens/backstage-plugin-ml-lens-common';
import type { CompiledLens } from '@ml-lens/lens-model';
import { useLanguage, useMlLensTranslation } from '../../../translation';
import { LensMarkdown, useFormat, TitledCard } from '../../shared';
import { refName } from '../../shared/refName';
import { practicesOf } from '../shared/practicesOf';
import looks from '../../shared/looks.module.css';
import styles from './OverviewTab.module.css';
import { MovesCard } from './MovesCard';
import { PillarMatrix } from './PillarMatrix';

/** Languages a lens speaks beside the one it is written in. */
function useLanguageNames(lens: CompiledLens): string | undefined {
  const language = useLanguage();
  const codes = Object.keys(lens.document.locales ?? {});
  if (codes.length === 0) return undefined;
  const names = new Intl.DisplayNames(language, {
    type: 'language',
    fallback: 'code',
  });
  return codes
    .map(code => {
      try {
        return names.of(code) ?? code;
      } catch {
        return code;
      }
    })
    .join(', ');
}

function Facts(props: { lens: CompiledLens; version: LensVersion }) {
  const { lens, version } = props;
  const { t } = useMlLensTranslation();
  const format = useFormat();
  const languages = useLanguageNames(lens);
  const facts: [string, string | undefined][] = [
    [t('lenses.overview.id'), lens.id],
    [t('lenses.overview.origin'), t(`lenses.origin.${version.origin}`)],
    [t('lenses.overview.languages'), languages],
    [
      t('lenses.overview.created'),
      t('lenses.overview.by', {
        when: format.date(version.createdAt),
        who: refName(version.createdBy),
      }),
    ],
    [
      t('lenses.overview.published'),
      version.publishedAt ? format.date(version.publishedAt) : undefined,
    ],
    [
      t('lenses.overview.archived'),
      version.archivedAt ? format.date(version.archivedAt) : undefined,
    ],
  ];
  return (
    <dl className={`${looks.line} ${styles.facts}`}>
      {facts.map(
        ([name, value]) =>
          value && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

function Figure(props: { value: number; label: string }) {
  const { value, label } = props;
  const format = useFormat();
  return (
    <div>
      <dt>{label}</dt>
      <dd className={styles.number}>{format.number(value)}</dd>
    </div>
  );
}

/** What the lens is about, and how much of what it holds. */
export function OverviewTab(props: {
  lens: CompiledLens;
  version: LensVersion;
}) {
  const { lens, version } = props;
  const { t } = useMlLensTranslation();
  const practices = lens.questions.reduce(
    (sum, question) => sum + practicesOf(question),
    0,
  );
  return (
    <div className={looks.loose}>
      <TitledCard title={t('lenses.overview.about')} variant="body-large">
        <LensMarkdown
          className={styles.description}
          content={lens.document.description}
        />
        <dl className={`${looks.line} ${styles.figures}`}>
          <Figure
            label={t('lenses.overview.pillars')}
            value={lens.pillars.length}
          />
          {lens.phases.length > 0 && (
            <Figure
              label={t('lenses.detail.phases')}
              value={lens.phases.length}
            />
          )}
          <Figure
            label={t('lenses.detail.questions')}
            value={lens.questions.length}
          />
          <Figure label={t('lenses.questions.practices')} value={practices} />
        </dl>
        <Facts lens={lens} version={version} />
      </TitledCard>
      <PillarMatrix lens={lens} />
      <MovesCard lensId={lens.id} />
    </div>
  );
}
