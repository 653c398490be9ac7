import type {
  Answer,
  AnswerResult,
  AnswerState,
} from '@ml-lens/backstage-plugin-ml-lens-common';

export type SaveStatus = 'idle' | 'saving' | 'saved' | 'conflict' | 'error';

export interface QuestionSave {
  status: SaveStatus;
  error?: unknown;
  /** On a conflict: what somebody else saved, and what was refused. */
  conflict?: { current: Answer; attempted: AnswerState };
}

export interface AnswerSaverOptions {
  put(
    questionId: string,
    revision: number,
    state: AnswerState,
  ): Promise<AnswerResult>;
  /** The conflict an error stands for, if it is one. */
  conflictOf(error: unknown): { current: Answer } | undefined;
  onSaved(questionId: string, result: AnswerResult, isLast: boolean): void;
  onChange(questionId: string, save: QuestionSave): void;
}

interface Entry {
  revision: number;
  wanted?: AnswerState;
  sending: boolean;
}

/**
 * Saves answers as they are given. Per question one request is under way at a
 * time; what is given meanwhile is sent after it with the revision it returned,
 * and only the latest state is sent. So a quick series of clicks can neither
 * conflict with itself nor arrive out of order.
 */
export class AnswerSaver {
  readonly #options: AnswerSaverOptions;
  readonly #entries = new Map<string, Entry>();

  constructor(options: AnswerSaverOptions) {
    this.#options = options;
  }

  save(questionId: string, revision: number, state: AnswerState): void {
    const entry = this.#entries.get(questionId) ?? {
      revision,
      sending: false,
    };
    this.#entries.set(questionId, entry);
    entry.wanted = state;
    if (!entry.sending) {
      entry.revision = revision;
      void this.#send(questionId, entry);
    }
  }

  /** Whether a state of this question is still on its way. */
  isPending(questionId: string): boolean {
    return this.#entries.get(questionId)?.sending ?? false;
  }

  async #send(questionId: string, entry: Entry): Promise<void> {
    const { put, onSaved, onChange, conflictOf } = this.#options;
    entry.sending = true;
    onChange(questionId, { status: 'saving' });
    while (entry.wanted) {
      const state = entry.wanted;
      entry.wanted = undefined;
      try {
        const result = await put(questionId, entry.revision, state);
        entry.revision = result.answer.revision;
        onSaved(questionId, result, entry.wanted === undefined);
      } catch (error) {
        // What was given meanwhile is the newer wish, so it is what was refused.
        const attempted = entry.wanted ?? state;
        entry.wanted = undefined;
        entry.sending = false;
        const conflict = conflictOf(error);
        onChange(
          questionId,
          conflict
            ? { status: 'conflict', conflict: { ...conflict, attempted } }
            : { status: 'error', error },
        );
        return;
      }
    }
    entry.sending = false;
    onChange(questionId, { status: 'saved' });
  }
}
