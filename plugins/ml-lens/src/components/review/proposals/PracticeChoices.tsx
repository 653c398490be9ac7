// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Checkbox } from '@backstage/ui';
import type { CompiledQuestion } from '@ml-lens/lens-model';
import { selectChoice } from '../questions/selectChoice';
import looks from '../../shared/looks.module.css';
import styles from './Proposals.module.css';

/** The practices of a question to choose from, kept by whoever shows them. */
export function PracticeChoices(props: {
  question: CompiledQuestion;
  label: string;
  selected: string[];
  onChange(selected: string[]): void;
}) {
  const { question, label, selected, onChange } = props;
  return (
    <fieldset className={`${looks.stack} ${styles.choices}`}>
      <legend>{label}</legend>
      {question.choices.map(({ id, title }) => (
        <Checkbox
          key={id}
          isSelected={selected.includes(id)}
          onChange={isSelected =>
            onChange(
              selectChoice({ selectedChoices: selected }, id, isSelected)
                .selectedChoices,
            )
          }
        >
          {title}
        </Checkbox>
      ))}
    </fieldset>
  );
}
