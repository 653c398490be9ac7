import { useMlLensTranslation } from '../../../translation';
import { useFormat } from '../../shared';
import { GATE_APPEARANCE } from '../phases/GatesCard';
import { useGates } from '../phases/usePhases';
import styles from './Timeline.module.css';

const SIZE = 7;

/**
 * What was decided at gates, as diamonds where and when it was. The card of the
 * gates says the same in words, so these are for the eye alone.
 */
export function GateDecisions(props: {
  x: (at: string) => number;
  /** Middle of the lane of a phase; undefined for none. */
  yOf: (phaseId: string) => number | undefined;
}) {
  const { x, yOf } = props;
  const { data } = useGates();
  const { t } = useMlLensTranslation();
  const format = useFormat();
  return (
    <g aria-hidden>
      {data?.items.flatMap(({ gate, requests }) => {
        const y = yOf(gate.phase);
        return requests.flatMap(({ decidedAt, number, status }) =>
          y === undefined || decidedAt === null || status === 'WITHDRAWN'
            ? []
            : [
                <path
                  key={`${gate.id}/${number}`}
                  className={styles.gate}
                  data-gate={gate.id}
                  fill={GATE_APPEARANCE[status].solid}
                  d={`M ${x(decidedAt)} ${
                    y - SIZE
                  } l ${SIZE} ${SIZE} l ${-SIZE} ${SIZE} l ${-SIZE} ${-SIZE} Z`}
                >
                  <title>
                    {`${gate.name}: ${t(
                      `phases.gate.status.${status}`,
                    )}, ${format.date(decidedAt)}`}
                  </title>
                </path>,
              ],
        );
      })}
    </g>
  );
}
