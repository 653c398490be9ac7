/**
 * What input is checked with, for those who take more of it: zod schemas that
 * yield the shape of the same name, and what holds for every text and time.
 *
 * @packageDocumentation
 */

export {
  answerStateSchema,
  choiceNotApplicableSchema,
  evidenceSchema,
  notApplicableSchema,
  reasonSchema,
} from './answerSchemas';
export { historyLineSchema } from './history/schema';
export { lensDocumentSchema } from './lens/schema';
export { NUL_MESSAGE, pathOfNul } from './nulCharacter';
export {
  dayParam,
  instantParam,
  isWithinReason,
  momentParam,
  OUT_OF_RANGE,
} from './times';
export { lensMappingSchema } from './upgrade/mapping';
export type { LooseObjectSchema, ObjectSchema, SameShape } from './zodTypes';
