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
  /** Told of what was not saved for another reason than a conflict. */
  onError(error: unknown): void;
}

interface Entry {
  revision: number;
  wanted?: AnswerState;
  sending: boolean;
}

const IDLE: QuestionSave = { status: 'idle' };

/**
 * Saves answers as they are given. Per question one request is under way at a
 * time; what is given meanwhile is sent after it with the revision it returned,
 * and only the latest state is sent. So a quick series of clicks can neither
 * conflict with itself nor arrive out of order.
 *
 * How each save goes is told to those who subscribe.
 */
export class AnswerSaver {
  readonly #options: AnswerSaverOptions;
  readonly #entries = new Map<string, Entry>();
  readonly #saves = new Map<string, QuestionSave>();
  readonly #listeners = new Set<() => void>();

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

  /** How the last save of the question goes or went; the same until it changes. */
  saveOf(questionId: string): QuestionSave {
    return this.#saves.get(questionId) ?? IDLE;
  }

  /** Whether any answer is still on its way. */
  isSaving = (): boolean =>
    [...this.#saves.values()].some(({ status }) => status === 'saving');

  /** Forgets how the last save went, e.g. once its conflict is resolved. */
  dismiss(questionId: string): void {
    this.#tell(questionId, IDLE);
  }

  /** Calls `listener` whenever a save starts or ends; returns how to stop it. */
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #tell(questionId: string, save: QuestionSave): void {
    this.#saves.set(questionId, save);
    this.#listeners.forEach(listener => listener());
  }

  async #send(questionId: string, entry: Entry): Promise<void> {
    const { put, onSaved, onError, conflictOf } = this.#options;
    entry.sending = true;
    this.#tell(questionId, { status: 'saving' });
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
        if (conflict) {
          this.#tell(questionId, {
            status: 'conflict',
            conflict: { ...conflict, attempted },
          });
        } else {
          this.#tell(questionId, { status: 'error', error });
          onError(error);
        }
        return;
      }
    }
    entry.sending = false;
    this.#tell(questionId, { status: 'saved' });
  }
}
