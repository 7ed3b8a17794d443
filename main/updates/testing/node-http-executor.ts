import { type ClientRequest, type IncomingMessage, type RequestOptions, request } from 'node:http';
import { configureRequestUrl, type DownloadOptions, HttpExecutor } from 'builder-util-runtime';

/** Node's http in place of Electron's `net`, for the library on its own. */
export class NodeHttpExecutor extends HttpExecutor<ClientRequest> {
  createRequest(options: RequestOptions, callback: (response: IncomingMessage) => void) {
    return request(options, callback);
  }

  /** As `ElectronHttpExecutor` does it. */
  download(url: URL, destination: string, options: DownloadOptions): Promise<string> {
    return options.cancellationToken.createPromise<string>((resolve, reject, onCancel) => {
      const requestOptions: RequestOptions = { headers: options.headers ?? {} };
      configureRequestUrl(url, requestOptions);
      const callback = (error: Error | null) => (error ? reject(error) : resolve(destination));
      const task = { destination, options, onCancel, callback, responseHandler: null };
      this.doDownload(requestOptions, task, 0);
    });
  }
}
