// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { useRouteRef } from '@backstage/core-plugin-api';
import { ButtonLink, Link } from '@backstage/ui';
import type { InboxItem } from '@ml-lens/backstage-plugin-ml-lens-common';
import type { ConfirmReason } from '@ml-lens/lens-model/confirm';
import { rootRouteRef } from '../../../routes';
import { useMlLensTranslation } from '../../../translation';
import {
  Choice,
  EmptyState,
  More,
  useFormat,
  useApiPages,
  Answered,
} from '../../shared';
import { Quote } from '../../shared/LensMarkdown';
import { useOrgQuery } from '../hooks';
import { Panel, useLensTexts, useUrlChoice } from '../insights';
import { inOrgPage } from '../OrgModel';
import { NoWorkloads } from '../workloads/NoWorkloads';
import looks from '../../shared/looks.module.css';
import styles from './Inbox.module.css';
import { Due } from './Due';

const SCOPES = ['team', 'mine'] as const;
type InboxScope = (typeof SCOPES)[number];

/** What it is about, in the words of the lens and the reader's language. */
function About(props: { item: InboxItem }) {
  const { kind, lens = '', questionId, reason } = props.item;
  const { t } = useMlLensTranslation();
  const texts = useLensTexts(lens);
  // What somebody wrote is markdown, as on the tab.
  const [, decision, decisionNote = ''] =
    /^([A-Z]+)(?:: (.*))?$/s.exec(reason) ?? [];
  const quoted = {
    WAIVER_TO_DECIDE: reason,
    WAIVER_ENDING: reason,
    WAIVER_DECIDED: decisionNote,
  }[kind as string];
  const said = () => {
    switch (kind) {
      case 'WAIVER_TO_DECIDE':
      case 'WAIVER_ENDING':
        return undefined;
      case 'ASSIGNED':
        return texts.practiceTitle(questionId ?? '', reason);
      case 'PHASE_LATE':
      case 'PHASE_DUE':
        return texts.phaseName(reason);
      case 'GATE_TO_DECIDE':
        return texts.gateName(reason);
      case 'CONFIRM':
        return t(`org.inbox.confirm.${reason as ConfirmReason}`);
      case 'UPGRADE_AVAILABLE':
        return t('org.inbox.version', { version: reason });
      case 'WAIVER_DECIDED':
        return decision === 'APPROVED' || decision === 'REJECTED'
          ? t(`org.inbox.decided.${decision}`)
          : decision;
      case 'PROPOSALS':
        return t('review.proposals.title', { count: Number(reason) });
      default:
        return reason;
    }
  };
  const question =
    questionId && kind !== 'ASSIGNED' ? texts.questionTitle(questionId) : '';
  const lines = [question, said()].filter(
    line => line !== undefined && line !== '',
  );
  return (
    <>
      {lines.map(line => (
        <p key={line} className={looks.note}>
          {line}
        </p>
      ))}
      {quoted && <Quote text={quoted} />}
    </>
  );
}

function Row(props: { item: InboxItem }) {
  const { kind, title, dueAt, since, path } = props.item;
  const { t } = useMlLensTranslation();
  const { date } = useFormat();
  return (
    <li className={`${looks.apart} ${styles.row}`}>
      <div>
        <Link href={path}>{t(`org.inbox.kinds.${kind}`, { title })}</Link>
        <About item={props.item} />
      </div>
      <p className={`${looks.line} ${looks.note}`}>
        {dueAt && <Due at={dueAt} />}
        {since && <span>{t('org.inbox.since', { date: date(since) })}</span>}
      </p>
    </li>
  );
}

/** A new portal has nothing because no service is linked yet: it says how. */
function Nothing(props: { scope: InboxScope }) {
  const { t } = useMlLensTranslation();
  const { data } = useOrgQuery('getSummary', {});
  const root = useRouteRef(rootRouteRef)();
  return data?.total.workloads === 0 ? (
    <NoWorkloads />
  ) : (
    <EmptyState
      title={t('org.inbox.emptyTitle')}
      text={t(`org.inbox.empty.${props.scope}`)}
      action={
        <ButtonLink variant="secondary" href={`${root}/overview`}>
          {t('org.tabs.overview')}
        </ButtonLink>
      }
    />
  );
}

function Items(props: { scope: InboxScope }) {
  const { scope } = props;
  const { t } = useMlLensTranslation();
  const query = useApiPages('getInbox', { query: { scope, limit: 25 } });
  const items = query.data?.pages.flatMap(page => page.items) ?? [];
  return (
    <Answered query={query} rows={6} height={48}>
      {() =>
        items.length === 0 ? (
          <Nothing scope={scope} />
        ) : (
          <>
            <ul className={looks.lined} aria-label={t('org.inbox.title')}>
              {items.map(item => (
                <Row key={item.id} item={item} />
              ))}
            </ul>
            <More query={query} label={t('org.inbox.more')} />
          </>
        )
      }
    </Answered>
  );
}

function Inbox() {
  const { t } = useMlLensTranslation();
  const [scope, setScope] = useUrlChoice('scope', SCOPES);
  return (
    <Panel
      title={t('org.inbox.title')}
      note={t('org.inbox.note')}
      actions={
        <Choice<InboxScope>
          label={t('org.inbox.scope')}
          value={scope}
          options={[
            { id: 'mine', label: t('org.inbox.mine') },
            { id: 'team', label: t('org.inbox.team') },
          ]}
          onChange={setScope}
        />
      }
    >
      <Items key={scope} scope={scope} />
    </Panel>
  );
}

/** What waits for the reader, most urgent first. */
export const InboxPage = inOrgPage(Inbox);
