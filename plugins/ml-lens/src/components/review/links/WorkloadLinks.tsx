import {
  Accordion,
  AccordionPanel,
  AccordionTrigger,
  Alert,
} from '@backstage/ui';
import { useMlLensTranslation } from '../../../translation';
import { LinkItem } from './LinkItem';
import styles from './Links.module.css';
import { useLinks } from './useLinks';

/**
 * Who belongs to the workload, for those who decide: what waits to be let in at
 * a glance, the others behind a heading. Nothing where there is only one.
 */
export function WorkloadLinks() {
  const { data } = useLinks();
  const { t } = useMlLensTranslation();
  if (!data?.may.decide) return null;
  const { items, may } = data;
  const pending = items.filter(({ state }) => state === 'PENDING');
  const others = items.filter(({ state }) => state !== 'PENDING');
  const list = (links: typeof items) => (
    <ul className={styles.list}>
      {links.map(link => (
        <LinkItem
          key={link.entityRef}
          link={link}
          mayMakePrimary={may.makePrimary}
        />
      ))}
    </ul>
  );
  return (
    <>
      {pending.length > 0 && (
        <Alert
          status="warning"
          icon
          title={t('review.links.pendingTitle', { count: pending.length })}
          description={
            <>
              <p className={styles.text}>{t('review.links.pendingText')}</p>
              {list(pending)}
            </>
          }
        />
      )}
      {others.length > 1 && (
        <Accordion>
          <AccordionTrigger>
            {t('review.links.title', { count: others.length })}
          </AccordionTrigger>
          <AccordionPanel>{list(others)}</AccordionPanel>
        </Accordion>
      )}
    </>
  );
}
