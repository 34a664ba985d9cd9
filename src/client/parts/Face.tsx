import { parseFace } from '#domain/faceId.ts';
import { Avatar, type AvatarProps } from '#client/ui/Avatar.tsx';
import { usePicture } from './usePicture.ts';

export type FaceProps = Omit<AvatarProps, 'id' | 'onBroken'> & {
  /** colour and picture, as `faceId` makes it */
  face: string;
};

/** Faces up to this size (px) are sharp on every screen with the small file. */
const smallMax = 64;

/** Somebody's face, or a chat's: the picture where there is one and it can be had, else the initials. */
export function Face({ face, src, size = 48, ...rest }: FaceProps) {
  const { hue, picture } = parseFace(face);
  const found = usePicture(src === undefined ? picture : undefined, size <= smallMax ? 128 : 512);
  return <Avatar {...rest} id={hue} size={size} src={src ?? found.src} onBroken={found.onBroken} />;
}
