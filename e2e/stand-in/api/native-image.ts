import { existsSync, readFileSync } from 'node:fs';
import { record } from '../recorder.ts';
import { supportedOnly } from '../supported-only.ts';
import { pixelsOfPng, pngOfPixels, resizePng, type Size } from '../x11/pictures.ts';

// A PNG file says its width and height in the 8 bytes after signature and chunk header.
const pngWidthOffset = 16;
const pngHeaderBytes = 24;

export type NativeImage = ReturnType<typeof createImage>;

function createImage(png: Buffer) {
  const hasPixels = png.length > pngHeaderBytes;
  const width = hasPixels ? png.readUInt32BE(pngWidthOffset) : 0;
  const height = hasPixels ? png.readUInt32BE(pngWidthOffset + 4) : 0;
  return {
    isEmpty: (): boolean => !hasPixels,
    getSize: (): Size => ({ width, height }),
    getAspectRatio: (): number => (height ? width / height : 1),
    toBitmap: (): Buffer => (hasPixels ? pixelsOfPng(png) : Buffer.alloc(0)),
    toPNG: (): Buffer => png,
    toDataURL: (): string => `data:image/png;base64,${png.toString('base64')}`,
    setTemplateImage: (isTemplate: boolean): void =>
      record('nativeImage.setTemplateImage', isTemplate),
    addRepresentation: (options: object): void => record('nativeImage.addRepresentation', options),
  };
}

export function imageFromPng(png: Buffer) {
  const image = createImage(png);
  return supportedOnly('nativeImage', {
    ...image,
    resize(options: Partial<Size>): NativeImage {
      if (image.isEmpty()) return imageFromPng(png);
      const width = options.width ?? (options.height ?? 0) * image.getAspectRatio();
      const height = options.height ?? width / image.getAspectRatio();
      const size = { width: Math.round(width), height: Math.round(height) };
      return imageFromPng(resizePng(png, size));
    },
  });
}

/** A picture that is already in pixels, and becomes a file only when somebody wants one. */
export function imageFromPixels(pixels: Buffer, size: Size): NativeImage {
  const asFile = () => imageFromPng(pngOfPixels(pixels, size));
  return supportedOnly('nativeImage', {
    isEmpty: () => false,
    getSize: () => size,
    getAspectRatio: () => size.width / size.height,
    toBitmap: () => pixels,
    toPNG: () => asFile().toPNG(),
    toDataURL: () => asFile().toDataURL(),
    setTemplateImage: (isTemplate: boolean) => asFile().setTemplateImage(isTemplate),
    addRepresentation: (options: object) => asFile().addRepresentation(options),
  });
}

export const nativeImage = supportedOnly('nativeImage', {
  createEmpty: () => imageFromPng(Buffer.alloc(0)),
  createFromBuffer: (png: Buffer) => imageFromPng(png),
  createFromPath: (path: string) =>
    imageFromPng(existsSync(path) ? readFileSync(path) : Buffer.alloc(0)),
  createFromDataURL: (url: string) => imageFromPng(Buffer.from(url.split(',')[1] ?? '', 'base64')),
});
