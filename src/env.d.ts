/** What a page hands to the parts inside its prose, which get no props of their own. */
declare namespace App {
  interface Locals {
    prose: {
      site: import('./views/market/inputs.ts').Inputs;
      method: import('./schema/method.ts').Method;
      language: import('./schema/text.ts').Language;
    };
  }
}
