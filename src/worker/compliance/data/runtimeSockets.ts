/** Where container engines listen for orders, and images that pass on only some of them. */

const SOCKET = /(?:^|\/)(?:docker|containerd|crio|podman|dockershim|cri-dockerd|buildkitd)\.sock(?:\.raw)?$/;
const DIRECTORY = /^(?:\/var)?\/run(?:\/(?:containerd|crio|podman))?$/;
const PIPE = /pipe[\\/]+(?:docker_engine\w*|containerd-containerd|podman-\w+)$/i;

/**
 * `path` is a normal host path. The socket of a rootless engine, below `/run/user`, commands no
 * more than its user may.
 */
export function isRuntimeSocket(path: string): boolean {
  return SOCKET.test(path) && !/^(?:\/var)?\/run\/user\//.test(path);
}

/** A directory that such a socket stands in. */
export const holdsRuntimeSocket = (path: string): boolean => DIRECTORY.test(path);

/** A named pipe of Windows. */
export const isRuntimePipe = (path: string): boolean => PIPE.test(path);

/** Images that pass on only the calls they are told to, whoever publishes them. */
const SOCKET_PROXY = /(?:^|\/)[\w.-]*(?:socket-?proxy|docker-?proxy)[\w.-]*$/;

/** By the path of the image, without registry and tag. */
export const isSocketProxy = (imagePath: string): boolean => SOCKET_PROXY.test(imagePath);
