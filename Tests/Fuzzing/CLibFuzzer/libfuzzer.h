// What of libFuzzer's interface (FuzzerInterface.h of LLVM's compiler-rt, https://llvm.org/docs/LibFuzzer.html) is used here;
// -sanitize=fuzzer links the library.
#include <stddef.h>
#include <stdint.h>

size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t largest);
