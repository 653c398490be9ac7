/* The plugin's own router on Express, and bare selects to measure it against. */
import { once } from 'node:events';
import {
  bindReviewRoutes,
  closeApiRouter,
  createApiRouter,
  express,
  Freshness,
  insertAll,
  orgFeature,
  ReviewEditor,
  ReviewService,
  ReviewStore,
  ReviewUpkeep,
  ReviewWriter,
  systemClock,
  WaiverStore,
  WorkloadStore,
} from './sources.mts';

/** The caller who may see every second workload; everybody else sees all. */
export const VIEWER = 'viewer';

/** As the real access does it: a set of workloads per viewer, in a table. */
function accessOn(knex: any): object {
  const filter = {
    test: async () => {
      const seen = new Set(
        await knex('viewer_visibility')
          .where('viewer_key', VIEWER)
          .pluck('workload_id'),
      );
      return ({ workloadId }: { workloadId: string }) => seen.has(workloadId);
    },
    apply: (query: any, columns: { workloadId: string }) =>
      query.whereIn(columns.workloadId, (seen: any) => {
        seen
          .select('workload_id')
          .from('viewer_visibility')
          .where('viewer_key', VIEWER);
      }),
  };
  return {
    requireWorkload: async () => {},
    may: async () => true,
    outcomes: async (ids: string[]) => new Map(ids.map(id => [id, 'allowed'])),
    requireLinks: async () => {},
    mayDecideLinks: async () => true,
    mayManageLinks: async () => true,
    readableEntities: async (refs: string[]) => new Set(refs),
    listFilter: async ({ principal }: any) =>
      principal.userEntityRef.endsWith(VIEWER) ? filter : undefined,
    requireLens: async () => {},
    mayManageLenses: async () => true,
    mayManageTargets: async () => true,
    requireTargets: async () => {},
  };
}

/** Lets {@link VIEWER} see every second workload. */
export async function saveVisibility(knex: any): Promise<void> {
  const ids: string[] = await knex('workloads').pluck('workload_id');
  await insertAll(
    knex,
    'viewer_visibility',
    ids
      .filter((_, index) => index % 2 === 0)
      .map(workload_id => ({ viewer_key: VIEWER, workload_id })),
  );
}

export async function serve(
  knex: any,
  lenses: any,
  floors: Record<string, () => any>,
) {
  const quietly = async () => {};
  const access = accessOn(knex);
  const api = createApiRouter({
    access,
    httpAuth: {
      credentials: async (req: any) => ({
        principal: {
          type: 'user',
          userEntityRef: `user:default/${req.headers['x-user'] ?? 'bench'}`,
        },
      }),
    },
    auditor: { createEvent: async () => ({ success: quietly, fail: quietly }) },
    logger: console,
    maxImportBytes: 1000,
  });
  const freshness = new Freshness({ days: 90 });
  const workloads = new WorkloadStore(knex);
  const reviews = new ReviewStore(knex);
  bindReviewRoutes(api, {
    reviews: new ReviewService({
      clock: systemClock,
      access,
      links: {
        resolve: async ({ name }: { name: string }) => ({
          entityRef: `component:default/${name}`,
          workloadId: name,
          problems: [],
        }),
      },
      workloads,
      reviews,
      lenses,
      upkeep: new ReviewUpkeep({
        reviews,
        waivers: new WaiverStore(knex),
        freshness,
        changes: { topicOf: (id: string) => id, changed() {} },
      }),
    }),
    editor: new ReviewEditor({
      writer: new ReviewWriter({ store: reviews, lenses, clock: systemClock }),
    }),
  });
  await orgFeature({
    api,
    knex,
    access,
    lenses,
    freshness,
    clock: systemClock,
    logger: console,
    // What changes is read when somebody asks.
    scheduler: { scheduleTask: async () => {} },
  });
  closeApiRouter(api);

  const app = express();
  app.get('/floor/:name', async (req: any, res: any) => {
    res.json(await floors[req.params.name]());
  });
  app.use('/api', api.router);
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    base: `http://127.0.0.1:${server.address().port}`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
