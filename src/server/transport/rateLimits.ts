import type { RequestName } from '#protocol/requests.ts';
import type { Bucket } from './limiter.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** `count` per `perMs`, all of them at once if need be. */
const perWindow = (count: number, perMs: number): Bucket => ({ burst: count, everyMs: perMs / count });

/**
 * Default limits. Requests count per device and, with four times the allowance, per account, so that many devices of one person help little.
 * The configuration may replace each by name; tests and benchmarks raise the ones they meet.
 */
export const rateLimits = {
  /** A request that has no line of its own. */
  other: perWindow(60, minute),
  'sync.open': perWindow(12, minute),
  'sync.delta': perWindow(30, 10 * second),
  'history.get': perWindow(30, 10 * second),
  'history.days': perWindow(30, 10 * second),
  'range.check': perWindow(30, 10 * second),
  'messages.get': perWindow(30, 10 * second),
  'message.versions': perWindow(30, 10 * second),
  'members.list': perWindow(10, 10 * second),
  'media.sign': perWindow(30, 10 * second),
  'media.list': perWindow(30, 10 * second),
  'media.months': perWindow(15, 10 * second),
  /** A large album is read in ten pages. */
  'album.get': perWindow(60, 10 * second),
  'users.get': perWindow(30, 10 * second),
  /** Counted by messages: an outbox of 60 goes out at once, then three a second. */
  'message.send': { burst: 60, everyMs: second / 3 },
  'message.edit': perWindow(30, minute),
  'message.unsend': perWindow(30, minute),
  'message.react': perWindow(60, minute),
  'schedule.add': perWindow(60, minute),
  'schedule.list': perWindow(30, 10 * second),
  'read.mark': { burst: 10, everyMs: second / 2 },
  'chat.picture': perWindow(20, hour),
  'chat.create': perWindow(20, hour),
  'chat.invite': perWindow(10, hour),
  'chat.kick': perWindow(30, minute),
  'chat.ban': perWindow(30, minute),
  'chat.role': perWindow(30, minute),
  'chat.pin': perWindow(20, minute),
  /** Also keeps join codes, which people choose, from being tried out. */
  'community.join': perWindow(30, hour),
  'room.create': perWindow(60, hour),
  'thread.start': perWindow(60, hour),
  'room.update': perWindow(60, minute),
  'connect.ask': perWindow(20, hour),
  'link.create': perWindow(30, hour),
  'link.peek': perWindow(30, minute),
  'link.use': perWindow(20, hour),
  /** Codes of invite links that an address may try in vain; what finds something counts for nothing. */
  linkIp: { burst: 60, everyMs: 10 * second },
  /** Reads up to 100,000 messages. */
  'moderation.try': perWindow(6, minute),
  'report.create': perWindow(20, hour),
  'appeal.create': perWindow(5, hour),
  'app.list': perWindow(30, 10 * second),
  'app.get': perWindow(30, 10 * second),
  'app.launch': perWindow(60, minute),
  'app.note': perWindow(120, minute),
  /** Pages keep their values by it, some with every tap. */
  'app.method': { burst: 60, everyMs: second / 4 },
  'app.data': perWindow(20, minute),
  'app.share': perWindow(30, minute),
  'app.report': perWindow(20, hour),
  /** Every try also tells whether an id is taken. */
  'maker.create': perWindow(20, hour),
  'maker.save': perWindow(120, hour),
  'maker.secret': perWindow(20, hour),
  /** Every try also tells whether there is somebody of a name. */
  'maker.testers': perWindow(30, hour),
  'view.set': { burst: 10, everyMs: second / 5 },
  heartbeat: { burst: 20, everyMs: second },
  'auth.renew': perWindow(10, minute),
  'account.password': perWindow(5, hour),
  'account.update': perWindow(20, minute),
  'user.find': perWindow(20, minute),
  /** "I am typing" of a device and chat; more is dropped without a word. */
  typing: { burst: 1, everyMs: 2.5 * second },
  /** Pictures a person may upload. */
  upload: perWindow(60, hour),
  /** Parts of messages a person may upload, and requests with their bytes: a line that breaks often needs many. */
  file: perWindow(600, hour),
  filePart: { burst: 300, everyMs: second / 10 },
  /** Bundles of mini-apps a person may upload. */
  bundle: perWindow(20, hour),
  /** Calls of one mini-app's server, and pictures it uploads for its cards. */
  appCall: { burst: 200, everyMs: second / 30 },
  appPicture: perWindow(120, hour),
  /** History rows a person may fetch; booked after the answer. */
  historyRows: perWindow(50_000, day),
  /** Everything an address may ask over HTTP, and connections it may open. */
  ip: { burst: 300, everyMs: second / 30 },
  /** Everything an address may ask of mini-apps, files of their pages included. */
  appIp: { burst: 1_000, everyMs: second / 100 },
  connectIp: { burst: 100, everyMs: 200 },
  connectDevice: { burst: 20, everyMs: 2 * second },
  signUpIp: perWindow(10, hour),
  logInIp: perWindow(20, 10 * minute),
  logInHandle: perWindow(10, 15 * minute),
  refreshIp: perWindow(120, 10 * minute),
  /** Packets of a connection that do not parse, and refusals by RATE; the next one ends it. */
  badPackets: perWindow(5, minute),
  refusals: perWindow(60, minute),
} as const satisfies Partial<Record<RequestName, Bucket>> & Record<string, Bucket>;

export type RateLimitName = keyof typeof rateLimits;
/** All limits in force; `null` means that none is. */
export type RateLimits = Readonly<Record<RateLimitName, Bucket>> | null;

/** What an account may do, as a multiple of a device. */
export const accountFactor = 4;

/** The bucket of a request. */
export function bucketOf(limits: NonNullable<RateLimits>, name: RequestName): Bucket {
  return name in limits ? limits[name as keyof typeof limits] : limits.other;
}
