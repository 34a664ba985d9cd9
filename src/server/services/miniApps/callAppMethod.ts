import { appMethods, type AppMethod } from '#protocol/appMethods.ts';
import { AppError } from '#protocol/errors.ts';
import { limits } from '#protocol/limits.ts';
import type { RequestOutput, RequestParsed } from '#protocol/requests.ts';
import type { Caller, ServiceContext } from '#server/services/serviceContext.ts';
import type { Storage } from '#server/storage/units.ts';
import { sealAppData } from './signInitData.ts';

/** One call: the app, the person, and the command that is done once. */
interface Call extends Pick<RequestParsed<'app.method'>, 'app' | 'op'> {
  readonly user: Caller['userId'];
}
type Methods = {
  readonly [Method in AppMethod]: (storage: Storage, call: Call, params: unknown) => Promise<unknown>;
};

/** Throws BAD for parameters of another shape. */
function parse<Method extends AppMethod>(
  method: Method,
  params: unknown,
): (typeof appMethods)[Method]['_zod']['output'] {
  const parsed = appMethods[method].safeParse(params);
  if (!parsed.success) throw new AppError('BAD', { message: `wrong parameters of ${method}` });
  return parsed.data as never;
}

/** Each answers as pages expect it. */
const methods: Methods = {
  getStorageKeys: (storage, { app, user }) => storage.run('listAppKeys', { app, user }),
  async getStorageValues(storage, { app, user }, params) {
    const { keys } = parse('getStorageValues', params);
    return Object.fromEntries(await storage.run('getAppValues', { app, user, keys }));
  },
  async saveStorageValue(storage, call, params) {
    const { key, value } = parse('saveStorageValue', params);
    if (Buffer.byteLength(value) > limits.appValueMax) throw new AppError('TOO_LARGE');
    await storage.run('saveAppValue', { ...call, key, value });
    return true;
  },
  async deleteStorageValues(storage, call, params) {
    await storage.run('deleteAppValues', { ...call, keys: parse('deleteStorageValues', params).keys });
    return true;
  },
  async getRequestedContact(storage, call) {
    const { pid, name, handle, at, dataKey } = await storage.run('takeContact', call);
    // Accounts have no phone number; their handle is how people are reached here.
    const contact = { user_id: pid, phone_number: '', first_name: name, last_name: '', username: handle };
    return sealAppData({ contact: JSON.stringify(contact), auth_date: String(Math.floor(at / 1_000)) }, dataKey);
  },
};

/** Does what a page asks for by name. Throws BAD for a name or parameters that there are not. */
export async function callAppMethod(
  { storage }: ServiceContext,
  { userId: user }: Pick<Caller, 'userId'>,
  { app, method, params, op }: RequestParsed<'app.method'>,
): Promise<RequestOutput<'app.method'>> {
  if (!Object.hasOwn(methods, method)) throw new AppError('BAD', { message: 'no such method' });
  return { result: await methods[method as AppMethod](storage, { app, user, op }, params) };
}
