/* One of several backends on a database that another process has made. */
import { DefaultLensService, LensStore, createKnex } from './sources.mts';
import { serve } from './server.mts';

const knex = createKnex({
  client: 'pg',
  connection: process.env.BENCH_DATABASE,
  pool: { min: 0, max: 10 },
});
const lenses = new DefaultLensService({
  store: new LensStore(knex),
  levels: undefined,
});
const { base } = await serve(knex, lenses, {});
process.send!(base);
