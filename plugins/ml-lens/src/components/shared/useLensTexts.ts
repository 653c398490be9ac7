// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { localizeLens } from '@ml-lens/lens-model';
import { useMemo } from 'react';
import { useLanguage } from '../../translation';
import { useApiQuery } from './useApiQuery';

export interface LensTexts {
  phases: { id: string; name: string }[];
  pillars: { id: string; name: string }[];
  phaseName: (id: string) => string;
  pillarName: (id: string) => string;
  /** Of a gate of the lens; gates of the company alone are called by their id. */
  gateName: (id: string) => string;
  questionTitle: (id: string) => string;
  practiceTitle: (questionId: string, choiceId: string) => string;
}

/** Names in a lens (unless told, its latest version), in the language of the app; ids until they are known. */
export function useLensTexts(lensId: string, version?: string): LensTexts {
  const language = useLanguage();
  const { data } = useApiQuery(
    'getLens',
    { path: { lensId }, query: { version } },
    { staleTime: 5 * 60_000 },
  );
  return useMemo(() => {
    const document = data && localizeLens(data, language);
    const pillars = document?.pillars ?? [];
    const phases = document?.phases ?? [];
    const questions = new Map(
      pillars.flatMap(pillar => pillar.questions.map(q => [q.id, q] as const)),
    );
    const nameIn = (list: { id: string; name: string }[]) => (id: string) =>
      list.find(one => one.id === id)?.name ?? id;
    return {
      phases: phases.map(({ id, name }) => ({ id, name })),
      pillars: pillars.map(({ id, name }) => ({ id, name })),
      phaseName: nameIn(phases),
      pillarName: nameIn(pillars),
      gateName: nameIn(document?.gates ?? []),
      questionTitle: id => questions.get(id)?.title ?? id,
      practiceTitle: (questionId, choiceId) =>
        questions.get(questionId)?.choices.find(({ id }) => id === choiceId)
          ?.title ?? choiceId,
    };
  }, [data, language]);
}
