import { browser } from "../../storage";

const key = "funnel.logo";
const widest = 640;
const mostBytes = 10 * 1024 * 1024;

/** A logo as this browser keeps it. */
export interface Logo {
  /** What goes into the order: its address, or a name for a file that stays here. */
  reference: string;
  /** What an `img` shows. */
  picture: string;
}

export const keptLogo = () =>
  browser.read<Logo>(key, ({ reference, picture }) => typeof reference === "string" && typeof picture === "string");

export const keepLogo = (logo: Logo) => browser.write(key, logo);

/** What shows the logo that an order refers to; null where its file is on another device. */
export function pictureOf(reference: unknown): string | null {
  if (typeof reference !== "string") {
    return null;
  }
  const kept = keptLogo();
  return kept?.reference === reference ? kept.picture : reference.startsWith(ownReferences()) ? null : reference;
}

/** @throws DOMException or Error where it is no picture. */
export async function logoOfFile(file: File): Promise<Logo> {
  if (file.size > mostBytes) {
    throw new Error("The file is too large.");
  }
  const address = URL.createObjectURL(file);
  try {
    const picture = await drawn(address);
    const name = encodeURIComponent(Array.from(file.name).slice(-60).join(""));
    const random = Array.from(crypto.getRandomValues(new Uint8Array(6)), (byte) => byte.toString(36)).join("");
    return { reference: `${ownReferences()}${random}-${name}`, picture };
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** @throws Error where there is no picture at the address. */
export async function logoOfAddress(address: string): Promise<Logo> {
  await decoded(address);
  return { reference: address, picture: address };
}

const ownReferences = () => `${location.origin}/#logo-`;

/** As a small picture that a browser can keep. */
async function drawn(address: string): Promise<string> {
  const image = await decoded(address);
  // A drawing without a size of its own is drawn as large as it may be.
  const width = image.naturalWidth || widest;
  const height = image.naturalHeight || widest;
  const scale = Math.min(1, widest / Math.max(width, height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL("image/png");
}

async function decoded(address: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = address;
  await image.decode();
  return image;
}
