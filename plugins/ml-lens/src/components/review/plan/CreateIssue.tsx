// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { stringifyEntityRef } from '@backstage/catalog-model';
import { configApiRef, useApi } from '@backstage/core-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { ButtonLink } from '@backstage/ui';
import { type Improvement } from '@ml-lens/backstage-plugin-ml-lens-common';
import { type CompiledQuestion, improvementItemId } from '@ml-lens/lens-model';
import { RiAddLine } from '@remixicon/react';
import { useMlLensTranslation } from '../../../translation';
import { useReviewFrame } from '../model';
import { issueUrl } from './issueUrl';
import { useTemplatePath } from './useTemplatePath';

/**
 * Address of the question on this tab, for whoever reads the issue: without what
 * the page happens to show.
 */
function addressOf(lensId: string, questionId: string): string {
  const { origin, pathname } = window.location;
  const search = new URLSearchParams({ lens: lensId, question: questionId });
  return `${origin}${pathname}?${search}`;
}

/**
 * Creates an issue for a practice elsewhere: with the portal's template, which
 * writes the issue back to the plan, else at the address that is configured.
 * Nothing where the portal has neither, or the issue is there already.
 */
export function CreateIssue(props: {
  item: Improvement;
  question: CompiledQuestion;
  title: string;
  /** The reader went to where the issue is created; nothing comes back from there. */
  onLeave(): void;
}) {
  const { item, question, title, onLeave } = props;
  const { canUpdate, lens, workload } = useReviewFrame();
  const { entity } = useEntity();
  const { t } = useMlLensTranslation();
  const templatePath = useTemplatePath();
  const urlTemplate = useApi(configApiRef).getOptionalString(
    'mlLens.improvements.issueUrlTemplate',
  );
  if (item.link !== null || item.status === 'COMPLETE') return null;

  const address = addressOf(lens.id, question.id);
  if (templatePath && canUpdate) {
    const path = templatePath({
      title,
      description: t('review.plan.issueText', {
        question: question.title,
        workload: workload.title,
        address,
      }),
      workload: workload.title,
      entityRef: stringifyEntityRef(entity),
      item: improvementItemId({
        workloadId: workload.id,
        lensId: lens.id,
        questionId: question.id,
        choiceId: item.choiceId,
      }),
    });
    return (
      <ButtonLink
        size="small"
        variant="tertiary"
        iconStart={<RiAddLine />}
        href={path}
        aria-label={t('review.plan.templateNamed', { title })}
      >
        {t('review.plan.template')}
      </ButtonLink>
    );
  }

  const issue = issueUrl(urlTemplate, {
    title,
    workload: workload.title,
    question: question.title,
    choice: item.choiceId,
    url: address,
  });
  return issue ? (
    <ButtonLink
      size="small"
      variant="tertiary"
      iconStart={<RiAddLine />}
      href={issue}
      onPress={onLeave}
      target="_blank"
      rel="noopener noreferrer"
      aria-label={`${t('review.plan.issueNamed', { title })} (${t(
        'common.external',
      )})`}
    >
      {t('review.plan.issue')}
    </ButtonLink>
  ) : null;
}
