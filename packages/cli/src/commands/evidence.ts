// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { type Command, Option } from 'commander';
import {
  type Verdict,
  VERDICTS,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import { type BackendOptions, connect, withBackend } from '../backend';

interface EvidenceOptions extends BackendOptions {
  workload: string;
  lens: string;
  question: string;
  choice?: string;
  verdict: Verdict;
  title: string;
  link?: string;
  note?: string;
  key: string;
  observed?: string;
  expires?: string;
}

async function postEvidence(options: EvidenceOptions) {
  const call = connect(options);
  const evidence = await call('postEvidence', {
    path: { workloadId: options.workload, lensId: options.lens },
    body: {
      questionId: options.question,
      choiceId: options.choice,
      verdict: options.verdict,
      title: options.title,
      url: options.link,
      note: options.note,
      idempotencyKey: options.key,
      observedAt: options.observed,
      expiresAt: options.expires,
    },
  });
  const about = evidence.choiceId ?? evidence.questionId;
  const hint = evidence.contradictsAnswer ? '; the answer says otherwise' : '';
  process.stdout.write(
    `Reported ${evidence.id} (${evidence.verdict} ${about})${hint}\n`,
  );
}

/** Adds `ml-lens evidence …`. */
export function addEvidenceCommands(program: Command): void {
  const evidence = program
    .command('evidence')
    .description('what pipelines know about practices');

  withBackend(
    evidence
      .command('post')
      .description(
        'report evidence about a practice; it never changes an answer',
      )
      .requiredOption('--workload <id>', 'the workload')
      .requiredOption('--lens <id>', 'the lens of the review')
      .requiredOption('--question <id>', 'the question')
      .option('--choice <id>', 'the practice; else the whole question')
      .addOption(
        new Option('--verdict <verdict>', 'what the evidence says of it')
          .choices(VERDICTS)
          .default('SUPPORTS'),
      )
      .requiredOption('--title <text>', 'one line for people to read')
      .requiredOption(
        '--key <key>',
        'reported once per review, e.g. the id of the build',
      )
      .option('--link <url>', 'where to see it, http or https')
      .option('--note <text>', 'more about it')
      .option('--observed <instant>', 'when it was seen; now unless told')
      .option('--expires <instant>', 'says nothing after this instant'),
  ).action(postEvidence);
}
