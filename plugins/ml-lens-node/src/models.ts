// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  createExtensionPoint,
  type LoggerService,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';

/**
 * What a system where models live says of one of them, now. Everybody who may
 * read the review of its workload sees it, so it must hold no secret.
 *
 * @public
 */
export interface MlLensModelFact {
  /** The name it was asked about. */
  name: string;
  /** What people call it, where its name is an address. */
  title?: string;
  /** The page of the model; `http:` or `https:`. */
  url?: string;
  /** Its newest version; left out where the system knows no versions. */
  latest?: {
    version: string;
    /** Stage, or aliases with a comma between them. */
    stage?: string;
    /** As the system calls it: `Approved`, `PendingManualApproval`. */
    approval?: string;
    /** RFC 3339. */
    createdAt: string;
    /** The page of the version. */
    url?: string;
  };
  /** How many versions there are. */
  versions?: number;
  /** Whether there is a description of it that people can read, and where. */
  card?: { present: boolean; url?: string };
  /** When a training of it last ended, RFC 3339. */
  lastTrainedAt?: string;
  /** Whether its training names the data it used. */
  hasInputs?: boolean;
  /**
   * Alarms about it: how many there are, fire, and have no data to judge; and
   * when one last fired that does not any more, RFC 3339.
   */
  alarms?: {
    rules: number;
    firing: number;
    silent: number;
    lastFiredAt?: string;
  };
  /** Which of its versions answer where, up to 20. */
  served?: {
    endpoint: string;
    variant: string;
    /** One of the model's versions; left out where another is meant. */
    version?: string;
    /** Of the requests of the endpoint, 0..1. */
    share?: number;
  }[];
}

/**
 * That one model could not be asked about, while others could. What was known
 * of it before stays, and is shown as out of date.
 *
 * @public
 */
export interface MlLensModelProblem {
  /** The name it was asked about. */
  name: string;
  /** Why not, for people: it must hold no secret and no address. */
  problem: string;
}

/**
 * What a source is asked.
 *
 * @public
 */
export interface MlLensModelRequest {
  /** Every name that a workload's entities give, each once. */
  names: readonly string[];
  /** Logs with the id of the source. */
  logger: LoggerService;
  /** Aborted when the run takes too long or the backend stops. */
  signal: AbortSignal;
}

/**
 * A system where models live. It is asked about all models at once and never
 * changes an answer: people see what it says and decide.
 *
 * @public
 */
export interface MlLensModelSource {
  /** Stays the same for ever: `mlflow`. */
  id: MlLensModelSourceId;
  /** What people call the system. */
  title: string;
  /**
   * When it is asked, where that is not every 10 minutes, on one replica, for at
   * most 30 minutes.
   */
  schedule?: Partial<SchedulerServiceTaskScheduleDefinition>;
  /**
   * What is known of the models that were asked about. Names that are not among
   * them when it ends are not there. When it throws, what was known before of
   * the names it has not got to stays, and is shown as out of date with the
   * message of the error: it must hold no secret and no address.
   */
  read(
    request: MlLensModelRequest,
  ): AsyncIterable<MlLensModelFact | MlLensModelProblem>;
}

/**
 * Where models are named: each has an annotation of its own, see
 * `ML_LENS_MODEL_ANNOTATIONS`.
 *
 * @public
 */
export type MlLensModelSourceId =
  | 'mlflow'
  | 'sagemaker'
  | 'prometheus'
  | 'files';

/**
 * Where modules of the `ml-lens` plugin add systems where models live.
 *
 * @public
 */
export interface MlLensModelSourcesExtensionPoint {
  /**
   * Adds sources; each is asked on a schedule of its own.
   *
   * @throws Error when two sources have one id
   */
  addModelSources(...sources: MlLensModelSource[]): void;
}

/**
 * Lets a module say what is known of models.
 *
 * @public
 */
export const mlLensModelSourcesExtensionPoint =
  createExtensionPoint<MlLensModelSourcesExtensionPoint>({
    id: 'ml-lens.model-sources',
  });
