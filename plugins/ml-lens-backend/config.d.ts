// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { HumanDuration } from '@backstage/types';

export interface Config {
  /** ML Lens: reviews of machine-learning workloads. */
  mlLens?: {
    /**
     * Ids of the lenses a workload is reviewed with when its primary entity has
     * no `ml-lens.io/lenses` annotation. Default: `['aws-ml-lens']`.
     * @minItems 1
     * @items.minLength 1
     */
    defaultLenses?: string[];

    /**
     * Lens files that are published when the backend starts. A file that cannot
     * be used is logged and shown to administrators; it never stops the start.
     */
    lenses?: Array<{
      /**
       * A path or glob, relative to the working directory of the backend, or
       * the URL of a file or glob that a URL reader can read.
       * @minLength 1
       */
      target: string;
    }>;

    /**
     * The ladder of maturity levels, lowest first, for lenses that bring none
     * of their own. Default: Initial, Developing from 25, Defined from 50,
     * Managed from 75, Optimizing from 90 without a HIGH risk.
     * @minItems 1
     */
    levels?: Array<{
      /**
       * Name of the level.
       * @minLength 1
       * @maxLength 40
       */
      name: string;
      /**
       * Lowest score of the level, 0 to 100. The first level starts from 0.
       * @minimum 0
       * @maximum 100
       */
      from: number;
      /**
       * The figure `from` is of, the same for every level: the whole score (the
       * default), or the readiness, which is of what is due in the phase a
       * review is in.
       */
      of?: 'score' | 'readiness';
      /**
       * Whether a single HIGH risk keeps a workload out of the level.
       */
      noHigh?: boolean;
    }>;

    /**
     * Which entities join a workload as soon as they name it: those of the
     * owner of its primary entity (`sameOwner`, the default; others wait until
     * somebody allows them), or all of them (`anyEntity`, only where nobody but
     * the platform team writes to the catalog).
     */
    links?: 'sameOwner' | 'anyEntity';

    sync?: {
      /**
       * How often all linked entities are read from the catalog, 10 seconds or
       * more. Entities that come or go are noticed sooner. Default: 10 minutes.
       */
      frequency?: HumanDuration | string;
      /**
       * The part of all linked workloads that may lose their last entity in one
       * sync. Where more of them (and more than 10) are missing, none is taken
       * away: administrators are told, and the catalog is believed when an hour
       * later they are still missing, or when an administrator says so. 1 takes
       * away whatever is missing, at once. Default: 0.2.
       * @minimum 0
       * @maximum 1
       */
      maxRemoved?: number;
    };

    history?: {
      /**
       * Largest history file that is imported, in megabytes. Default: 50.
       * @exclusiveMinimum 0
       * @maximum 500
       */
      maxImportMegabytes?: number;
    };

    waivers?: {
      /**
       * Users and groups in whose inbox requests for waivers are, of those who
       * may approve them. Default: everybody who may.
       */
      approvers?: string[];
      /** The longest a risk can be accepted, 1 minute or more. Default: 1 year. */
      maxDuration?: HumanDuration | string;
    };

    /** Answers that machines propose and people decide on. */
    proposals?: {
      /**
       * How long a proposal waits to be decided on before it expires, 1 minute
       * or more. Default: 30 days.
       */
      expireAfter?: HumanDuration | string;

      /**
       * Most proposals that one user or service makes within an hour; more get
       * 429 with `Retry-After`. Default: 5000.
       * @minimum 1
       * @maximum 1000000
       */
      perHour?: number;
    };

    /**
     * Gates beside those of the lenses: where somebody says that the work may
     * go on. One with the id of a lens's gate takes its place. Default: none.
     */
    gates?: Array<{
      /**
       * Id of the gate.
       * @minLength 1
       */
      id: string;
      /**
       * Id of the phase it ends; lenses without the phase have no such gate.
       * @minLength 1
       */
      phase: string;
      /**
       * Name of the gate.
       * @minLength 1
       * @maxLength 128
       */
      name: string;
      /** What is decided at the gate. */
      description?: string;
      /** Ids of the lenses it is for. Default: all that have the phase. */
      lenses?: string[];
      /** What must hold; what is left out need not. */
      require: {
        /** No question due by the phase is at high risk, unless waived. */
        noHigh?: boolean;
        /**
         * Least coverage of what is due by the phase, 0 to 1.
         * @minimum 0
         * @maximum 1
         */
        coverage?: number;
        /** Practices in place: `question/choice`, or a choice id used once. */
        practices?: string[];
        /** No evidence is out of date or contradicts an answer. */
        evidenceFresh?: boolean;
        /**
         * Most waivers in force among what is due.
         * @minimum 0
         */
        maxWaivers?: number;
      };
    }>;

    /**
     * Lifecycles of workloads that are retired: they count in no mean unless a
     * filter asks for them, and their reviews are never due. Default:
     * deprecated, retired.
     */
    retiredLifecycles?: string[];

    freshness?: {
      /**
       * How long after its latest answer a review is to be looked at again, 1
       * minute or more. Default: 90 days.
       */
      reviewEvery?: HumanDuration | string;

      /**
       * How often owners are told, in one notification, of their reviews that
       * are due and of waivers that have expired; 10 seconds or more. Default:
       * 1 week.
       */
      digestEvery?: HumanDuration | string;

      /**
       * How long a review may be in a phase before the timeline of the
       * organisation calls it stuck, 1 day or more. Default: 90 days.
       */
      stuckAfter?: HumanDuration | string;
    };

    notifications?: {
      /**
       * Language of the notifications owners get. One for all, because who will
       * read them is not known when they are written. Default: en.
       */
      language?: 'en' | 'ja';
    };

    evidence?: {
      /**
       * Whether owners, documentation and dependencies in the catalog are shown
       * as evidence beside the answers. Default: true.
       */
      catalogMetadata?: boolean;
    };

    models?: {
      /**
       * What facts of models say of practices, beside the rules that come with
       * the built-in lenses. Each tests one fact of every model of a workload.
       */
      rules?: Array<{
        /**
         * The fact: `found`, `latest.approval`, `latest.createdAt`,
         * `latest.stage`, `versions`, `card.present`, `lastTrainedAt`,
         * `hasInputs`, `alarms.rules`, `alarms.firing` or `alarms.silent`.
         */
        fact: string;
        /** Sources whose models it is about; all unless given. */
        sources?: Array<'mlflow' | 'sagemaker' | 'prometheus' | 'files'>;
        /** The fact must be this. One test is needed, and only one. */
        equals?: string | number | boolean;
        /** The number must not be less. */
        atLeast?: number;
        /** The number must not be more. */
        atMost?: number;
        /** The list must have this. */
        includes?: string | number;
        /** The instant must not lie further back. */
        within?: HumanDuration | string;
        /** Id of the lens. */
        lens: string;
        /** Id of the question. */
        question: string;
        /** Id of the practice; about the whole question unless given. */
        choice?: string;
        /**
         * One line where all models pass; `{passed}` and `{judged}` stand for
         * numbers.
         */
        title: string;
        /** One line where one does not, which contradicts the practice. */
        otherwise?: string;
        /** Where to see it; the page of the model unless given. */
        url?: string;
        /** How long it says something. Default: 2 days. */
        ttl?: HumanDuration | string;
      }>;
    };

    /**
     * Whether those who may change a review can make a badge of it: an image of
     * its level and score at a secret address, without a sign-in. Default:
     * false; badges that were made show nothing while it is.
     */
    badges?: boolean;

    /** What is forgotten after a while, every night. Default: nothing. */
    retention?: {
      /**
       * How long evidence is kept after it was seen, 1 day or more. Default:
       * for good.
       */
      evidence?: HumanDuration | string;

      /**
       * How long notes are kept in the history of a review after another answer
       * took their place, 1 day or more. The answers stay. Default: for good.
       */
      notes?: HumanDuration | string;
    };

    /** For the demo portal. */
    demo?: {
      /**
       * History files (JSON Lines) that are imported once, when the backend
       * first starts with them.
       */
      history?: Array<{
        /** A path or glob, relative to the working directory of the backend. */
        target: string;
        /**
         * The day the files take for today. Where the demo is first started
         * later, all dates move on by as many whole weeks.
         */
        writtenOn?: string;
      }>;
    };
  };
}
