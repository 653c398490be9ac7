// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import {
  DEFAULT_LEVELS,
  type LensLevel,
  NOT_ASSESSED,
  localizeLens,
} from '@ml-lens/lens-model';
import { useMemo } from 'react';
import { useLanguage } from '../../../translation';
import { useApiQuery } from '../../shared';
import { useLensList } from './useLensList';

/** Lens of a workload without an annotation, as the backend has it. */
const DEFAULT_LENS = 'aws-ml-lens';

/** The lens the organisation is looked at with. */
export interface OrgLens {
  id: string;
  /** Whether its name is known, or will not come. */
  isNamed: boolean;
  /** Lenses to choose from, by name in the language of the app. */
  choices: { id: string; name: string }[];
  /** Phases in lifecycle order; empty until known, and for a lens without. */
  phases: { id: string; name: string }[];
  /** Every level from the bottom, `Not assessed` first. */
  levels: { name: string; from: number | null }[];
  /** Workloads reviewed with any lens; undefined where that is not known. */
  workloadsOfAllLenses: number | undefined;
}

/**
 * The lens in the URL, else the first of `mlLens.defaultLenses`, else the first
 * there is. Works without permission to read lenses, with ids for names.
 */
export function useOrgLens(chosen: string | undefined): OrgLens {
  const config = useApi(configApiRef);
  const language = useLanguage();
  const list = useLensList();
  const items = list.data?.items;
  const preferred =
    config.getOptionalStringArray('mlLens.defaultLenses')?.[0] ?? DEFAULT_LENS;
  const isKnown = !items?.length || items.some(({ id }) => id === preferred);
  const id = chosen ?? (isKnown ? preferred : items[0].id);
  const definition = useApiQuery(
    'getLens',
    { path: { lensId: id } },
    { staleTime: 5 * 60_000 },
  );

  const isNamed = items
    ? items.some(item => item.id === id) || !definition.isPending
    : definition.data !== undefined ||
      (!list.isPending && !definition.isPending);
  return useMemo(() => {
    const document = definition.data && localizeLens(definition.data, language);
    const ladder =
      definition.data?.levels ??
      config.getOptional<LensLevel[]>('mlLens.levels') ??
      DEFAULT_LEVELS;
    const choices = (items ?? []).map(item => ({
      id: item.id,
      name: item.names[language] ?? item.name,
    }));
    if (!choices.some(choice => choice.id === id)) {
      choices.unshift({ id, name: document?.name ?? id });
    }
    return {
      id,
      isNamed,
      choices,
      phases: (document?.phases ?? []).map(phase => ({
        id: phase.id,
        name: phase.name,
      })),
      levels: [
        { name: NOT_ASSESSED, from: null },
        ...[...ladder]
          .sort((a, b) => a.from - b.from)
          .map(({ name, from }) => ({ name, from })),
      ],
      workloadsOfAllLenses: items?.reduce(
        (sum, item) => sum + item.usage.workloads,
        0,
      ),
    };
  }, [config, definition.data, id, isNamed, items, language]);
}
