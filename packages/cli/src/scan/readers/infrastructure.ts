// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { factsOfLines } from '../Fact';
import type { Reader } from './Reader';

/** Terraform: each resource, and each line within. */
export const terraform: Reader = {
  wants: path => path.endsWith('.tf'),
  read: (file, lines) => [
    ...factsOfLines(
      file,
      /^\s*resource\s+"([\w-]+)"/,
      ([, type]) => `terraform/${type}`,
    ),
    ...factsOfLines(file, /^\s*[\w-]+\s*[={]/, ({ input }) =>
      lines.test(input) ? 'terraform/line' : undefined,
    ),
  ],
};

/** CloudFormation and SAM, in YAML or JSON: the types of their resources. */
export const cloudFormation: Reader = {
  wants: path =>
    /(^|\/)(template|stack|cloudformation|sam|infra|cfn)[\w./-]*\.(ya?ml|json)$/i.test(
      path,
    ),
  read: file =>
    factsOfLines(
      file,
      /^\s*"?Type"?\s*:\s*"?(AWS::[\w]+::[\w]+)"?/,
      ([, type]) => `cloudformation/${type.replaceAll('::', '.')}`,
    ),
};
