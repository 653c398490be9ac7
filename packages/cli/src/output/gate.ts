// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { GateState } from '@ml-lens/backstage-plugin-ml-lens-common';
import type { GateRequirement } from '@ml-lens/lens-model/gates';
import { XMLBuilder } from 'fast-xml-parser';
import { count, formatGithubLine } from './problems';

/** Forms the answer of a check can take. */
export const GATE_FORMATS = ['text', 'json', 'junit', 'github'] as const;
export type GateFormat = (typeof GATE_FORMATS)[number];

/** A gate that was checked. */
export interface CheckedGate {
  workload: string;
  lens: string;
  /** Whether the work may go on. */
  go: boolean;
  state: GateState;
}

/** What one requirement says, in words. */
export function requirementText(requirement: GateRequirement): string {
  const { kind, choiceId, found, needed, questionIds } = requirement;
  const where = questionIds.length > 0 ? `: ${questionIds.join(', ')}` : '';
  const percent = (share: number) => `${Math.floor(share * 100)} %`;
  switch (kind) {
    case 'NO_HIGH':
      return `${count(found, 'question')} at high risk${where}`;
    case 'COVERAGE':
      return `${percent(found)} answered of at least ${percent(needed)}`;
    case 'PRACTICE':
      return `practice ${choiceId} is ${found ? '' : 'not '}in place${where}`;
    case 'EVIDENCE_FRESH':
      return `${count(
        found,
        'question',
      )} with evidence that is out of date or contradicts${where}`;
    default:
      return `${count(found, 'waiver')} of at most ${needed}${where}`;
  }
}

/** What was decided, in words. */
export function decisionText({ state }: CheckedGate): string {
  const [request] = state.requests;
  if (!request) {
    return 'nobody has asked yet';
  }
  const { decidedAt, decidedBy, requestedBy, status } = request;
  return status === 'OPEN'
    ? `waits for a decision, asked by ${requestedBy}`
    : `${status} by ${decidedBy} at ${decidedAt}`;
}

const FORMATS: Record<GateFormat, (checked: CheckedGate) => string> = {
  text: checked => {
    const { gate, requirements } = checked.state;
    return [
      `${checked.go ? 'GO' : 'NOT YET'}: gate ${gate.id} (${gate.name}) of ${
        checked.workload
      } ${decisionText(checked)}`,
      ...requirements.map(
        requirement =>
          `  ${requirement.met ? 'met    ' : 'not met'}  ${requirementText(
            requirement,
          )}`,
      ),
      '',
    ].join('\n');
  },
  json: ({ workload, lens, go, state }) =>
    `${JSON.stringify({ workload, lens, go, ...state }, null, 2)}\n`,
  junit,
  github: checked => {
    const { gate, requirements } = checked.state;
    const title = `Gate ${gate.name}`;
    return [
      formatGithubLine(
        checked.go ? 'notice' : 'error',
        title,
        `${checked.workload}: ${decisionText(checked)}`,
      ),
      ...requirements
        .filter(({ met }) => !met)
        .map(requirement =>
          formatGithubLine(
            checked.go ? 'warning' : 'error',
            title,
            `Not met: ${requirementText(requirement)}`,
          ),
        ),
      '',
    ].join('\n');
  },
};

/** The answer of a check in one of the forms. */
export function formatGate(checked: CheckedGate, format: GateFormat): string {
  return FORMATS[format](checked);
}

/**
 * A suite with a case for the decision and one for each requirement. Where the
 * work may go on all the same, what is not met is skipped rather than failed:
 * somebody has said yes to it.
 */
function junit(checked: CheckedGate): string {
  const { gate, requirements } = checked.state;
  const suite = `Gate ${gate.id} of ${checked.workload}`;
  const cases = [
    {
      name: 'decision',
      message: checked.go ? undefined : decisionText(checked),
    },
    ...requirements.map(requirement => ({
      name: [requirement.kind, requirement.choiceId].filter(Boolean).join(' '),
      message: requirement.met ? undefined : requirementText(requirement),
    })),
  ];
  const open = cases.filter(({ message }) => message !== undefined).length;
  const totals = {
    '@_tests': cases.length,
    '@_failures': checked.go ? 0 : open,
    '@_skipped': checked.go ? open : 0,
    '@_errors': 0,
  };
  const builder = new XMLBuilder({
    attributeNamePrefix: '@_',
    ignoreAttributes: false,
    format: true,
    suppressEmptyNode: true,
  });
  return builder.build({
    '?xml': { '@_version': '1.0', '@_encoding': 'UTF-8' },
    testsuites: {
      ...totals,
      testsuite: {
        '@_name': suite,
        ...totals,
        testcase: cases.map(({ name, message }) => ({
          '@_name': name,
          '@_classname': suite,
          ...(message !== undefined && {
            [checked.go ? 'skipped' : 'failure']: { '@_message': message },
          }),
        })),
      },
    },
  });
}
