import * as z from 'zod/mini';
import { errorCodes, type ErrorCode } from './errors.ts';

export const errorCodeSchema = z.enum(errorCodes as [ErrorCode, ...ErrorCode[]]);
