// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { HighlightedSearchResultText } from '@backstage/plugin-search-react';
import type { BaseSearchResultListItemProps } from '@backstage/plugin-search-react/alpha';
import ListItemIcon from '@material-ui/core/ListItemIcon';
import ListItemText from '@material-ui/core/ListItemText';
import { Link } from '@backstage/core-components';
import type {
  IndexableDocument,
  ResultHighlight,
} from '@backstage/plugin-search-common';
import { useMlLensTranslation } from '../../../translation';
import { refName } from '../../shared/refName';

/** What the search module of ML Lens says of a result, beside its text. */
type Found = IndexableDocument & {
  owner?: string;
  lens?: string;
  pillar?: string;
  kind?: 'question' | 'practice';
};

/** A workload, a question or a practice among the results of the search. */
export function SearchResultItem(
  props: BaseSearchResultListItemProps & { highlight?: ResultHighlight },
) {
  const { t } = useMlLensTranslation();
  if (!props.result) return null;
  const { icon, highlight } = props;
  const result = props.result as Found;
  const marked = (part: 'title' | 'text') =>
    highlight?.fields[part] ? (
      <HighlightedSearchResultText
        text={highlight.fields[part]}
        preTag={highlight.preTag}
        postTag={highlight.postTag}
      />
    ) : (
      result[part]
    );
  const about = result.kind
    ? [t(`org.search.${result.kind}`), result.lens, result.pillar]
    : [t('org.search.workload'), refName(result.owner ?? null)];
  return (
    <div style={{ display: 'flex' }}>
      {icon && <ListItemIcon>{icon}</ListItemIcon>}
      <ListItemText
        primaryTypographyProps={{ variant: 'h6' }}
        primary={
          <Link noTrack to={result.location}>
            {marked('title')}
          </Link>
        }
        secondary={
          <>
            <span>{about.filter(Boolean).join(' · ')}</span>
            {result.kind && (
              <span style={{ display: 'block' }}>{marked('text')}</span>
            )}
          </>
        }
      />
    </div>
  );
}
