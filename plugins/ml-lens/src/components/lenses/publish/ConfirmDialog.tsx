import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import { useMlLensTranslation } from '../../../translation';
import { Surface } from '../../shared';
import { useLensAction } from '../hooks/useLensActions';

/** Asks before a version is archived or a draft is deleted. */
export function ConfirmDialog(props: {
  action: 'archive' | 'deleteDraft';
  lensId: string;
  version: string;
  onClose: (isDone: boolean) => void;
}) {
  const { action, lensId, version, onClose } = props;
  const { t } = useMlLensTranslation();
  const { mutate, isPending } = useLensAction(action);
  return (
    <Dialog
      isOpen
      width={480}
      onOpenChange={isOpen => !isOpen && onClose(false)}
    >
      <DialogHeader>{t(`lenses.${action}.title`, { version })}</DialogHeader>
      <DialogBody>
        <Surface>{t(`lenses.${action}.text`)}</Surface>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={() => onClose(false)}>
          {t('common.cancel')}
        </Button>
        <Button
          variant="primary"
          destructive={action === 'deleteDraft'}
          isPending={isPending}
          onPress={() =>
            mutate({ lensId, version }, { onSuccess: () => onClose(true) })
          }
        >
          {t(`lenses.${action}.confirm`)}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
