// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { Improvement } from '@ml-lens/backstage-plugin-ml-lens-common';
import { RiCalendarLine, RiTimeLine, RiUserLine } from '@remixicon/react';
import { DateTime } from 'luxon';
import { useMlLensTranslation } from '../../../translation';
import { useFormat } from '../../shared';
import { Who } from '../../shared/Who';
import { ExternalLink } from '../../shared/ExternalLink';
import { issueKey } from './issueUrl';
import looks from '../../shared/looks.module.css';
import styles from './Plan.module.css';
import { isOverdue } from './planModel';

/** Who does it until when, and where; nothing where nothing is planned. */
export function Planned(props: { item: Improvement }) {
  const { item } = props;
  const { t } = useMlLensTranslation();
  const format = useFormat();
  const isLate = isOverdue(item, DateTime.now().toISODate());
  if (!item.assignee && !item.dueDate && !item.link) return null;
  return (
    <div className={`${looks.line} ${looks.small} ${styles.planned}`}>
      {item.assignee && (
        <span>
          <RiUserLine aria-hidden />
          <Who actor={item.assignee} />
        </span>
      )}
      {item.dueDate && (
        <span className={isLate ? looks.bad : undefined}>
          {isLate ? <RiTimeLine aria-hidden /> : <RiCalendarLine aria-hidden />}
          {t(isLate ? 'review.plan.overdue' : 'review.plan.due', {
            when: format.date(item.dueDate),
          })}
        </span>
      )}
      {item.link && (
        <ExternalLink
          url={item.link}
          text={issueKey(item.link) ?? t('review.plan.link')}
        />
      )}
    </div>
  );
}
