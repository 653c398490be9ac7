// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  DatePicker,
  NumberField,
  Select,
  TextAreaField,
  TextField,
} from '@backstage/ui';
import { parseDate } from '@internationalized/date';
import type {
  Target,
  TargetFields,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import { DateTime } from 'luxon';
import { useState } from 'react';
import { useMlLensTranslation } from '../../../translation';
import { ActionDialog, errorText, statusOf, Notice } from '../../shared';
import { FilterMenu } from '../filters/FilterMenu';
import { type FilterSearch, useFilterFields } from '../filters/useFilterFields';
import { useLensTexts } from '../insights';
import { useOrg } from '../OrgModel';
import looks from '../../shared/looks.module.css';
import styles from '../../targets/Targets.module.css';
import { useSaveTarget, useTargetPreview } from '../../targets/useTargets';

const FILTERS = ['owner', 'system', 'domain', 'lifecycle', 'tag'] as const;

function startFields(target: Target | undefined, lens: string): TargetFields {
  if (target) {
    const { name, description, filter, minScore, minCoverage } = target;
    const { phases, startDate, dueDate } = target;
    return {
      name,
      description,
      lens: target.lens,
      filter,
      minScore,
      minCoverage,
      phases,
      startDate,
      dueDate,
    };
  }
  const today = DateTime.now();
  return {
    name: '',
    description: '',
    lens,
    filter: {},
    minScore: 75,
    minCoverage: 0.8,
    phases: [],
    startDate: today.toISODate(),
    dueDate: today.plus({ months: 3 }).toISODate(),
  };
}

function Problem(props: { error: unknown }) {
  const { t } = useMlLensTranslation();
  const isConflict = statusOf(props.error) === 409;
  return (
    <Notice
      status="danger"
      title={t(isConflict ? 'org.targets.conflict' : 'org.targets.failed')}
      description={isConflict ? undefined : errorText(props.error)}
    />
  );
}

/** Whom it would be for, before it is set. */
function Preview(props: { fields: TargetFields }) {
  const { t } = useMlLensTranslation();
  const preview = useTargetPreview(props.fields);
  if (!preview) return null;
  const { workloads, reached } = preview;
  return (
    <p role="status" className={styles.preview}>
      {[
        t('org.targets.form.previewWorkloads', { count: workloads }),
        reached !== null &&
          workloads > 0 &&
          t('org.targets.form.previewReached', { count: reached }),
      ]
        .filter(Boolean)
        .join(t('org.targets.form.previewAnd'))}
    </p>
  );
}

/** Creates a target, or changes one. */
export function TargetDialog(props: { target?: Target; onClose: () => void }) {
  const { target, onClose } = props;
  const { lens } = useOrg();
  const { t } = useMlLensTranslation();
  const [fields, setFields] = useState(() => startFields(target, lens.id));
  const { mutate, isPending, error } = useSaveTarget(target);
  const texts = useLensTexts(fields.lens);
  const [search, setSearch] = useState<FilterSearch>();
  const filters = useFilterFields(search);
  const put = (change: Partial<TargetFields>) =>
    setFields(previous => ({ ...previous, ...change }));
  const isOrdered = fields.startDate <= fields.dueDate;
  const isValid = fields.name.trim().length >= 3 && isOrdered;

  return (
    <ActionDialog
      isDismissable
      width={640}
      title={t(
        target ? 'org.targets.form.editTitle' : 'org.targets.form.createTitle',
      )}
      action={t('common.save')}
      isDisabled={!isValid}
      isPending={isPending}
      onAction={() =>
        mutate({ ...fields, name: fields.name.trim() }, { onSuccess: onClose })
      }
      onClose={onClose}
    >
      {Boolean(error) && <Problem error={error} />}
      <TextField
        label={t('org.targets.form.name')}
        description={t('org.targets.form.nameHint')}
        secondaryLabel={t('common.required')}
        isRequired
        maxLength={100}
        value={fields.name}
        onChange={name => put({ name })}
      />
      <TextAreaField
        label={t('org.targets.form.description')}
        maxLength={2084}
        value={fields.description}
        onChange={description => put({ description })}
      />
      <Select
        label={t('org.targets.form.lens')}
        options={lens.choices.map(({ id, name }) => ({ id, label: name }))}
        value={fields.lens}
        onChange={value => put({ lens: String(value), phases: [] })}
      />
      <fieldset className={looks.stack}>
        <legend>{t('org.targets.form.scope')}</legend>
        <p className={looks.small}>{t('org.targets.form.scopeHint')}</p>
        <div className={looks.row}>
          {FILTERS.map(key => {
            const field = filters.find(one => one.key === key)!;
            const selected = fields.filter[key] ?? [];
            const known = new Set(field.options.map(({ id }) => id));
            return (
              <FilterMenu
                key={key}
                label={field.label}
                options={[
                  ...field.options,
                  ...selected
                    .filter(id => !known.has(id))
                    .map(id => ({ id, label: field.nameOf(id) })),
                ]}
                total={field.total}
                selected={selected}
                onSearch={text => setSearch({ key, text })}
                onChange={values =>
                  put({
                    filter: {
                      ...fields.filter,
                      [key]: values.length > 0 ? values : undefined,
                    },
                  })
                }
              />
            );
          })}
        </div>
      </fieldset>
      <div className={looks.fields}>
        <NumberField
          label={t('org.targets.form.minScore')}
          minValue={0}
          maxValue={100}
          value={fields.minScore}
          onChange={value => put({ minScore: Math.round(value) || 0 })}
        />
        <NumberField
          label={t('org.targets.form.minCoverage')}
          minValue={0}
          maxValue={100}
          value={Math.round(fields.minCoverage * 100)}
          onChange={value => put({ minCoverage: (value || 0) / 100 })}
        />
      </div>
      {texts.phases.length > 0 && (
        <Select
          label={t('org.targets.form.phases')}
          description={t('org.targets.form.phasesHint')}
          placeholder={t('org.targets.wholeLens')}
          selectionMode="multiple"
          options={texts.phases.map(({ id, name }) => ({
            id,
            label: name,
          }))}
          value={fields.phases}
          onChange={value => put({ phases: [...value].map(String) })}
        />
      )}
      <Preview fields={fields} />
      <div className={looks.fields}>
        <DatePicker
          label={t('org.targets.form.startDate')}
          value={parseDate(fields.startDate)}
          onChange={date => date && put({ startDate: date.toString() })}
        />
        <DatePicker
          label={t('org.targets.form.dueDate')}
          value={parseDate(fields.dueDate)}
          isInvalid={!isOrdered}
          onChange={date => date && put({ dueDate: date.toString() })}
        />
      </div>
      {!isOrdered && (
        <p role="alert" className={styles.invalid}>
          {t('org.targets.form.dateOrder')}
        </p>
      )}
    </ActionDialog>
  );
}
