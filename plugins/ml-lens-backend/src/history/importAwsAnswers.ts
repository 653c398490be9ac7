// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  ML_LENS_ANNOTATIONS,
  type MlLensResponse,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import { parseAwsAnswers } from '@ml-lens/lens-model';
import { AnswerRow } from '../reviews/rows';
import { HistoryImportError } from './errors';
import type { HistoryImporter } from './HistoryImporter';

/**
 * Imports the answers of a workload as the AWS CLI prints them: all of them, or
 * nothing. Where the AWS tool gives an answer another risk than the lens here,
 * the result says so; the lens here decides.
 *
 * Where the workload here names its workload in the AWS tool, the answers must
 * be of that one: those of another are refused, for an import cannot be taken
 * back.
 *
 * @param options.by - who is on record for the answers
 * @param options.at - when they were given, as an instant with milliseconds
 * @throws HistoryImportError naming every bad document
 */
export async function importAwsAnswers(
  importer: HistoryImporter,
  text: string,
  options: {
    workload: string;
    lens: string;
    by: string;
    at: string;
  },
): Promise<MlLensResponse<'importHistory'> & { warnings: string[] }> {
  const { risks, warnings, awsWorkload, ...parsed } = parseAwsAnswers(
    text,
    options,
  );
  requireSameWorkload(awsWorkload, {
    workload: options.workload,
    arn: await importer.awsWorkloadArn(options.workload),
  });
  const stored = new Map<string, AnswerRow>();
  const result = await importer.importParsed(parsed, {
    unit: 'document',
    onlyChanges: true,
    onAnswers: (_, answers) =>
      answers.forEach(answer => stored.set(answer.question_id, answer)),
  });
  const differences = risks.flatMap(({ questionId, aws }) => {
    const here = stored.get(questionId)?.risk;
    return here && here !== aws
      ? [
          `Question "${questionId}": the risk is ${aws} in the AWS tool, but ${here} by the rules of the lens here`,
        ]
      : [];
  });
  return { ...result!, warnings: [...warnings, ...differences] };
}

function requireSameWorkload(
  said: { id: string; line: number } | null,
  { workload, arn }: { workload: string; arn: string | null },
): void {
  // arn:aws:wellarchitected:<region>:<account>:workload/<id>
  const linked = arn?.split('/').at(-1);
  if (said && linked && said.id !== linked) {
    throw new HistoryImportError(
      [
        {
          line: said.line,
          code: 'OTHER_WORKLOAD',
          message: `WorkloadId: is ${said.id}, but the workload '${workload}' is linked to ${linked} in the AWS tool; import into the workload these answers are of, or correct the annotation '${ML_LENS_ANNOTATIONS.awsWorkloadArn}'`,
        },
      ],
      'document',
    );
  }
}
