// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, Text, TextField } from '@backstage/ui';
import { useMlLensTranslation } from '../../../../translation';
import { useFormat, DialogContent, OpenDialog, Notice } from '../../../shared';
import { Who } from '../../../shared/Who';
import { errorText } from '../../../shared';
import looks from '../../../shared/looks.module.css';
import { useBadge, useCreateBadge, useDeleteBadge } from './useBadge';

/** Shows the review to everybody as an image, or ends that. */
export function BadgeDialog(props: { onClose(): void }) {
  const { t } = useMlLensTranslation();
  const { dateTime } = useFormat();
  const { data } = useBadge(true);
  const create = useCreateBadge();
  const remove = useDeleteBadge();
  const error = create.error ?? remove.error;
  const badge = data?.badge;
  const made = badge ? create.data : undefined;
  return (
    <OpenDialog
      title={t('review.badge.title')}
      isDismissable
      width={560}
      onClose={props.onClose}
    >
      <DialogContent
        className={looks.stack}
        actions={
          <>
            {badge && (
              <Button
                variant="secondary"
                isPending={remove.isPending}
                onPress={() => remove.mutate()}
              >
                {t('review.badge.end')}
              </Button>
            )}
            <Button
              variant={made ? 'secondary' : 'primary'}
              isPending={create.isPending}
              onPress={() => create.mutate()}
            >
              {t(badge ? 'review.badge.anew' : 'review.badge.create')}
            </Button>
            <Button variant="secondary" onPress={props.onClose}>
              {t('common.close')}
            </Button>
          </>
        }
      >
        <Text as="p">{t('review.badge.text')}</Text>
        {error && (
          <Notice
            role="alert"
            status="danger"
            title={t('review.badge.failed')}
            description={errorText(error)}
          />
        )}
        {made && (
          <>
            <img src={made.preview} alt={t('review.badge.image')} />
            <TextField
              isReadOnly
              label={t('review.badge.markdown')}
              description={t('review.badge.once')}
              value={made.markdown}
            />
          </>
        )}
        {badge && !made && (
          <Text as="p">
            {t('review.badge.made', {
              who: <Who actor={badge.createdBy} />,
              when: dateTime(badge.createdAt),
            })}
          </Text>
        )}
      </DialogContent>
    </OpenDialog>
  );
}
